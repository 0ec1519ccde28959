// What it would import.
export const x = 1;
