//! Against which tables are the queries checked? `scratch-database FILE SCRIPT.sql…` runs the scripts into a new file.

use anyhow::{Context, bail};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let Some(file) = arguments.next() else {
        bail!("usage: scratch-database FILE SCRIPT.sql…");
    };
    let mut database = SqliteConnectOptions::new()
        .filename(&file)
        .create_if_missing(true)
        .connect()
        .await
        .with_context(|| format!("{file} could not be created"))?;
    for script in arguments {
        run(&mut database, &script).await?;
    }
    database.close().await?;
    Ok(())
}

async fn run(database: &mut SqliteConnection, script: &str) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(script).with_context(|| format!("{script} could not be read"))?;
    // The scripts are the project's own migrations, not anybody's input.
    sqlx::raw_sql(AssertSqlSafe(text))
        .execute(database)
        .await
        .with_context(|| format!("{script} is not accepted by SQLite"))?;
    Ok(())
}
