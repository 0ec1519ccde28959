// Helpers that are exported, and a default.
export const money = (c) => `${c} / 100.0`;
export const prefix = 'kit_';
