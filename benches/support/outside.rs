//! Other programs that a bench is compared with, where they are here.

use std::io::Write as _;
use std::process::{Command, Stdio};

/// Runs Python on a script with this input; nothing where there is no Python or it fails.
///
/// The environment variable `KRACHTENVELD_PYTHON` names another one than `python3`.
pub(crate) fn python(script: &str, input: &str) -> Option<String> {
    let python = std::env::var("KRACHTENVELD_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    run(&python, &["-c", script], input)
}

/// Runs a program on this input; nothing where it is not here or fails.
pub(crate) fn run(program: &str, arguments: &[&str], input: &str) -> Option<String> {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut stdin = child.stdin.take()?;
    let bytes = input.as_bytes().to_vec();
    // Apart, so that a program that answers while it reads never waits for us.
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let output = child.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
