//# bad without a reason
// cubeproof: ignore[ACC001]
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.filter('user_id')}` });
//# bad past its date {"today": "2026-01-01"}
// cubeproof: ignore[ACC001] until it is mended, until 2025-12-31
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.filter('user_id')}` });
//# good {"today": "2026-01-01"}
// cubeproof: ignore[ACC001] anybody may see all orders, until 2026-12-31
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.filter('user_id')}` });
//# near-miss its last day {"today": "2025-12-31"}
// cubeproof: ignore[ACC001] anybody may see all orders, until 2025-12-31
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.filter('user_id')}` });
