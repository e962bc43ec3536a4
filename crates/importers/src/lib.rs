//! Files from the world to domain records and issues.
