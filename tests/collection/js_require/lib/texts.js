// CommonJS exports.
exports.upper = (s) => s.toUpperCase();
