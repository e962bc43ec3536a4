//! How does a command start another program, and make sure that none outlives it?
//!
//! Every long-running child is the head of its own process group; Ctrl-C and `kill` end all of them.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::{Context, bail};

/// With or without optimisation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// Quick to build.
    Debug,
    /// Quick to run.
    Release,
}

/// The folder of the whole project.
pub fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// The folder that cargo builds into.
pub fn target() -> PathBuf {
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    root().join(folder)
}

/// The program `monosashi`, as cargo leaves it.
pub fn monosashi(build: Build) -> PathBuf {
    let folder = match build {
        Build::Debug => "debug",
        Build::Release => "release",
    };
    target().join(folder).join("monosashi")
}

/// A command that runs in the folder of the project, without a keyboard.
pub fn command(program: impl AsRef<Path>) -> Command {
    let mut command = Command::new(program.as_ref());
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// The cargo that runs this command.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from))
}

/// Builds the server.
pub fn build_server(build: Build) -> anyhow::Result<()> {
    let mut cargo = cargo();
    match build {
        Build::Debug => cargo.args(["build", "--workspace", "--bin", "monosashi"]),
        Build::Release => cargo.args(["build", "--package", "server", "--release"]),
    };
    run(&mut cargo)
}

/// The same where the tests have been built: with the features that they have brought along nothing is built a second time.
pub fn build_server_beside_tests() -> anyhow::Result<()> {
    run(cargo().args(["build", "--workspace", "--tests", "--bin", "monosashi"]))
}

/// A program of the workspace that helps to build or to check it. It is built with the features of the whole workspace and not of
/// its package alone: half of what it depends on would otherwise be built twice.
pub fn tool(name: &str) -> anyhow::Result<Command> {
    run(cargo().args(["build", "--quiet", "--workspace", "--bin", name]))?;
    Ok(command(target().join("debug").join(name)))
}

/// Runs a program to its end, showing what it says; an exit code other than 0 is an error.
pub fn run(command: &mut Command) -> anyhow::Result<()> {
    let mut running = Running::start(command)?;
    if running.wait()? == 0 { Ok(()) } else { bail!("`{}` failed", name_of(command)) }
}

/// Runs a program to its end and returns what it printed; an exit code other than 0 is an error with its last words.
pub fn output(command: &mut Command) -> anyhow::Result<String> {
    let name = name_of(command);
    let output = command.output().with_context(|| format!("`{name}` could not be started"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let last_words = said.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("it said nothing");
    bail!("`{name}` failed: {last_words}")
}

/// Whether a program can be started at all.
pub fn exists(program: &str) -> bool {
    let version = command(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    version.is_ok_and(|status| status.success())
}

/// What a program said, line by line, and how it ended.
pub struct Said {
    /// Lines of stdout and stderr as they came.
    pub lines: Vec<String>,
    /// The exit code; 1 if a signal ended it.
    pub code: i32,
}

/// Runs a program to its end, keeps everything that it says and shows the lines that `show` picks.
pub fn listen(command: &mut Command, show: fn(&str) -> bool) -> anyhow::Result<Said> {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = Running::start(command)?;
    let lines = Arc::new(Mutex::new(Vec::new()));
    let readers = [
        running.child.stdout.take().map(|stream| keep_lines(stream, show, Arc::clone(&lines))),
        running.child.stderr.take().map(|stream| keep_lines(stream, show, Arc::clone(&lines))),
    ];
    for reader in readers.into_iter().flatten() {
        // A reader only ends early when the stream does.
        let _ = reader.join();
    }
    let code = running.wait()?;
    let lines = std::mem::take(&mut *lines.lock().unwrap_or_else(PoisonError::into_inner));
    Ok(Said { lines, code })
}

fn keep_lines(
    stream: impl Read + Send + 'static,
    show: fn(&str) -> bool,
    lines: Arc<Mutex<Vec<String>>>,
) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        for bytes in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&bytes).trim_end().to_string();
            if show(&line) {
                eprintln!("{line}");
            }
            lines.lock().unwrap_or_else(PoisonError::into_inner).push(line);
        }
    })
}

/// A program that runs beside this one, and ends with it.
pub struct Running {
    child: Child,
}

static GROUPS: Mutex<BTreeSet<u32>> = Mutex::new(BTreeSet::new());

impl Running {
    /// Starts a program as the head of its own process group.
    pub fn start(command: &mut Command) -> anyhow::Result<Self> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let child = command.spawn().with_context(|| format!("`{}` could not be started", name_of(command)))?;
        groups().insert(child.id());
        Ok(Running { child })
    }

    /// Waits for the end; the exit code is 1 if a signal ended it.
    pub fn wait(&mut self) -> anyhow::Result<i32> {
        let status = self.child.wait()?;
        groups().remove(&self.child.id());
        Ok(status.code().unwrap_or(1))
    }

    /// Which process it is.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The exit code if the program has already ended.
    pub fn ended(&mut self) -> anyhow::Result<Option<i32>> {
        let Some(status) = self.child.try_wait()? else {
            return Ok(None);
        };
        groups().remove(&self.child.id());
        Ok(Some(status.code().unwrap_or(1)))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if groups().remove(&self.child.id()) {
            let ending = end_group(self.child.id());
            // There is nobody left to tell if they cannot be waited for.
            let _ = self.child.wait();
            let _ = ending.map(|mut shell| shell.wait());
        }
    }
}

/// Ends every child when this program is told to end.
pub fn stop_children_with_us() {
    let handler = ctrlc::set_handler(|| {
        end_children();
        std::process::exit(130);
    });
    if let Err(error) = handler {
        crate::tell::line(&format!("Ctrl-C will not end what was started: {error}"));
    }
}

/// Ends every child that is still there.
pub fn end_children() {
    let ending: Vec<_> = groups().iter().map(|id| end_group(*id)).collect();
    for mut shell in ending.into_iter().flatten() {
        // There is nobody left to tell if it cannot be waited for.
        let _ = shell.wait();
    }
}

fn groups() -> std::sync::MutexGuard<'static, BTreeSet<u32>> {
    GROUPS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Tells a process group to end, and sees to it within three seconds.
const END_GROUP: &str = "kill -TERM -$0 || exit
for tenth in $(seq 30); do kill -0 -$0 || exit; sleep 0.1; done
kill -KILL -$0";

/// Starts to end a group; the shell's own `kill` is there where no program of that name is.
fn end_group(id: u32) -> Option<Child> {
    let mut shell = Command::new("sh");
    shell.args(["-c", END_GROUP, &id.to_string()]);
    shell.stderr(Stdio::null()).spawn().ok()
}

/// The command as a person would type it: `cargo fmt`, wherever that cargo lies.
fn name_of(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
