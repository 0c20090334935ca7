/** The only channel between preload and shell, both ways. Everything else goes through the ports. */
export const PORT_CHANNEL = 'balai:port';
