-- query      {"measures": ["Orders.count"]}
-- context    injection {"u": {"id": "' OR 1=1 --"}}
-- semantics  cube
SELECT
  count(*) "orders.count"
FROM (
  SELECT * FROM public.orders WHERE user_id = $1
) AS orders
LIMIT 10000
-- params     $1 (claim id) = "' OR 1=1 --"
