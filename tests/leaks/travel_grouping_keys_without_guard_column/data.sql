CREATE TABLE nights (town TEXT, chain TEXT, nights INTEGER); INSERT INTO nights VALUES ('Rome', 'a', 5), ('Rome', 'b', 70), ('Oslo', 'b', 9);
