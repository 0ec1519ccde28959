-- suite    shop
-- query    {"measures": ["LineItems.count"]}
-- context  anonymous {}
-- access   LineItems: ALL ROWS, claim id is absent (schema/shop/LineItems.js:5:11)
SELECT
  count(line_items.id) "line_items.count"
FROM (
    SELECT * FROM public.line_items
    WHERE 1 = 1
) AS line_items
LIMIT 10000
