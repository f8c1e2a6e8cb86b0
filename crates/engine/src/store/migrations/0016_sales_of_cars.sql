-- Cars that left their owner, few among all: what tells whether a purchase came with a trade-in.
CREATE INDEX vehicle_by_sale ON vehicle (customer_id, sold_on, id) WHERE sold_on IS NOT NULL;
