/** Bounds that both sides keep. Sizes in bytes, times in ms. */
export const limits = {
  /** Longest frame that a client may send. */
  frameBytes: 256 * 1024,
  /** Most commands in one frame. */
  commandsPerFrame: 64,
  /** Most rows of one page. */
  pageRows: 500,
  /** A page also ends when its rows reach this size. */
  pageBytes: 1024 * 1024,
  /** Most keys of one `get`. */
  keysPerGet: 200,
  /** Most people whose presence one connection follows. */
  lookedAtPeople: 500,
  lookedAtChannels: 8,
  /** `hello` must come within this time. */
  helloMs: 10_000,
  /** A client that has heard nothing for this long sends `ping`. */
  pingAfterMs: 10_000,
  /** A side that has heard nothing for this long drops the connection. */
  silenceMs: 25_000,
  /** Bytes that may wait for one slow receiver before it is dropped to catch-up. */
  socketQueueBytes: 4 * 1024 * 1024,
  /** Most bytes of a file in one request. */
  pieceBytes: 8 * 1024 * 1024,
  /** A preview is no wider and no higher. */
  previewPixels: 720,
  /** Nor the picture of a page: it stands beside words. */
  pagePicturePixels: 320,
} as const;
