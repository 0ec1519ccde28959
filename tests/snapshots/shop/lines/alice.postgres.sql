-- suite    shop
-- query    {"measures": ["LineItems.count"]}
-- context  alice {"id": 42, "country": "NO", "stores": [1, 2]}
-- access   LineItems: own rows, claim id in a callback (schema/shop/LineItems.js:5:11)
SELECT
  count(line_items.id) "line_items.count"
FROM (
    SELECT * FROM public.line_items
    WHERE sale_id IN (
      SELECT id FROM public.sales WHERE seller_id IN ($1)
    )
) AS line_items
LIMIT 10000
-- params   $1 = 42 (claim id)
