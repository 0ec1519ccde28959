CREATE TABLE shop_orders (order_no INTEGER, shop INTEGER); INSERT INTO shop_orders VALUES (1, 1), (1, 2);
CREATE TABLE refunds (refund_no INTEGER, order_no INTEGER, shop INTEGER, reason TEXT);
INSERT INTO refunds VALUES (10, 1, 1, 'late'), (20, 1, 2, 'broken');
