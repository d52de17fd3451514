/** Importing it makes frames with the check as high as their content. It exports nothing. */
export {};
