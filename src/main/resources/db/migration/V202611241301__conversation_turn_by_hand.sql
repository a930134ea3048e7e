-- Why a person answers the turn; null while the concierge does. It stays until the turn ends.
alter table turn add column by_hand_reason text;
