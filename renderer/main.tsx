import './app/without-eval.ts';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './app/tokens.css';
import './app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { CoreProvider } from './app/core/core-context.tsx';
import { startServices } from './app/core/start-services.ts';
import { reportReadFailure } from './app/read-failures.ts';

const services = await startServices(import.meta.env['VITE_VERSION'] ?? '0.0.0', reportReadFailure);
const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no root');

createRoot(root).render(
  <StrictMode>
    <CoreProvider services={services}>
      <App />
    </CoreProvider>
  </StrictMode>,
);
