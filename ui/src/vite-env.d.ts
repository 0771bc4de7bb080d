/// <reference types="svelte" />
/// <reference types="vite/client" />

/** True in a plain browser and in tests; false in a build for the window. */
declare const __FAKE__: boolean;
