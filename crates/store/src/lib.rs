//! SQLite through sqlx, and nothing else.
