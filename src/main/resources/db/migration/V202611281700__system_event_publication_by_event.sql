-- A publication is found by its event when its listener has finished, as Spring Modulith's own schema for
-- PostgreSQL provides for.
create index event_publication_event on event_publication using hash (serialized_event);
