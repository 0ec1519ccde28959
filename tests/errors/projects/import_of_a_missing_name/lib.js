export const table = 't';
