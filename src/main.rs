//! The program: a command of the command line, or the window.

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use krachtenveld::cli::{self, Ending, Streams};

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().skip(1).collect();
    let mut out = std::io::stdout().lock();
    let mut err = std::io::stderr().lock();
    let seed = seed();
    let language = krachtenveld::system_language();
    let ended = cli::run(
        args.clone(),
        seed,
        language,
        &mut Streams {
            out: &mut out,
            err: &mut err,
        },
    );
    // A reader that went away, such as a pager, is no fault of the command.
    drop(out.flush());
    drop(out);
    match ended {
        Ok(outcome) => match outcome.ending {
            Ending::Done => ExitCode::SUCCESS,
            Ending::Refused => ExitCode::from(1),
            Ending::WrongCall => ExitCode::from(2),
            Ending::Window => {
                drop(err);
                window(&args, outcome.map.as_deref(), seed)
            }
        },
        Err(_) => ExitCode::from(1),
    }
}

/// Gives random bits of the system, or the time where it has none to give.
fn seed() -> u64 {
    getrandom::u64().unwrap_or_else(|_| {
        let since = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap_or_default();
        u64::from(since.subsec_nanos()) ^ since.as_secs().rotate_left(32)
    })
}

#[cfg(feature = "desktop")]
fn window(args: &[OsString], map: Option<&std::path::Path>, seed: u64) -> ExitCode {
    if detached(args) {
        return ExitCode::SUCCESS;
    }
    let today = jiff::ZonedDateTime::now().date();
    match krachtenveld::ui::run(map, today, seed) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            drop(writeln!(std::io::stderr(), "krachtenveld: {error}"));
            ExitCode::from(1)
        }
    }
}

#[cfg(not(feature = "desktop"))]
fn window(_args: &[OsString], _map: Option<&std::path::Path>, _seed: u64) -> ExitCode {
    drop(writeln!(
        std::io::stderr(),
        "krachtenveld: built without a window"
    ));
    ExitCode::from(2)
}

/// Starts the window apart from the console, on Windows.
///
/// The program is a console program there, so that its commands print as they should. For the window it starts itself
/// once more without a console and ends; the console that Windows opened with it is gone at once.
#[cfg(all(feature = "desktop", windows))]
fn detached(args: &[OsString]) -> bool {
    use std::os::windows::process::CommandExt as _;

    const DETACHED_PROCESS: u32 = 0x0000_0008;
    const MARK: &str = "KRACHTENVELD_WINDOW";
    if std::env::var_os(MARK).is_some() {
        return false;
    }
    let Ok(program) = std::env::current_exe() else {
        return false;
    };
    std::process::Command::new(program)
        .args(args)
        .env(MARK, "1")
        .creation_flags(DETACHED_PROCESS)
        .spawn()
        .is_ok()
}

#[cfg(all(feature = "desktop", not(windows)))]
fn detached(_args: &[OsString]) -> bool {
    false
}
