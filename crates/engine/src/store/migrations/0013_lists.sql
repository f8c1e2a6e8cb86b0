-- Vehicles by plate and contacts by name: the orders in which their lists are read most.
CREATE INDEX vehicle_by_plate ON vehicle (plate COLLATE fr);
CREATE INDEX contact_by_last_name ON contact (last_name COLLATE fr);
