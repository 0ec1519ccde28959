-- suite    shop
-- query    {"measures": ["Orders.count"]}
-- context  anonymous {}
-- access   Orders: ALL ROWS, claim id is absent (schema/Orders.js:2:43)
SELECT
  count(*) "orders.count"
FROM (
  SELECT * FROM public.orders WHERE 1 = 1
) AS orders
LIMIT 10000
