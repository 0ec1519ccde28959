CREATE TABLE payments (id INTEGER, customer_id INTEGER, updated_at TIMESTAMP);
