//! `cargo xtask <command>`: everything a developer or host does with this project, from a bare machine on.
//!
//! The modules in reading order: `tools` finds and installs what is needed, `dist` makes what is shipped, `check` runs
//! everything that can fail, `run` starts other programs and says what goes on. Absent: anything the product does.

mod check;
mod dist;
mod run;
mod tools;

use run::{Failure, Result, cargo, say};
use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tools::Tools;

const USAGE: &str = "\
cargo xtask serve [--open] [--port N]   build the release page, serve it and print its address
cargo xtask test                        run everything that can fail: style, lints, tests on the host, in wasm, in browsers
cargo xtask dist                        write what a visitor or host needs to dist/
cargo xtask eval [ARGS]                 measure the accuracy on annotated articles
cargo xtask bench [ARGS]                measure the speed: natively, in browsers, beside other libraries
cargo xtask train [ARGS]                train the model again

Missing tools are installed into $XDG_CACHE_HOME/article-lens (~/.cache/article-lens), browsers with apt-get.
CHROMIUM, CHROMEDRIVER and FIREFOX may name programs to use instead.";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let (command, rest) = args.split_first().map_or(("", &[][..]), |(first, rest)| (first, rest));
    if let Err(error) = env::set_current_dir(root()) {
        eprintln!("error: {}: {error}", root().display());
        return ExitCode::FAILURE;
    }
    let outcome = match command {
        "serve" => serve(rest),
        "test" => check::all(),
        "dist" => Tools::for_the_page().and_then(|tools| dist::make(&tools)),
        "eval" => binary("tools", "eval", "evaluate", "src/bin/evaluate/main.rs", rest),
        "train" => binary("release", "train", "train", "src/bin/train/main.rs", rest),
        "bench" => bench(rest),
        "" | "help" | "-h" | "--help" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(Failure::new(format!("there is no command `{other}`"), "cargo xtask help lists them")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nerror: {}\n  fix: {}", failure.what, failure.fix);
            ExitCode::FAILURE
        }
    }
}

/// The root of the project. Cargo says where it runs us; what it said when it compiled us may be another checkout.
fn root() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    xtask.parent().map_or_else(|| ".".into(), Path::to_path_buf)
}

/// Makes `dist/` and serves it until interrupted.
fn serve(args: &[String]) -> Result<()> {
    let tools = Tools::for_the_page()?;
    dist::make(&tools)?;
    say("serving");
    let mut server = tools.command("node");
    server.args(["xtask/web/server.mjs", "dist"]).args(args);
    run::check(&mut server, "give another port, as in `cargo xtask serve --port 8081`")
}

/// Runs one of the developers' own programs, natively and optimised.
fn binary(profile: &str, feature: &str, name: &str, source: &str, args: &[String]) -> Result<()> {
    if !Path::new(source).exists() {
        return Err(Failure::new(
            format!("there is no {source} yet"),
            "see CONTRIBUTING.md for what is measured today",
        ));
    }
    let mut command = cargo(["run", "--profile", profile, "--features", feature, "--bin", name, "--"]);
    run::check(command.args(args), "the lines above say what went wrong")
}

/// The stages natively, then the shipped wasm in browsers and beside other libraries.
fn bench(args: &[String]) -> Result<()> {
    let mut command = cargo(["bench", "--bench", "*", "--"]);
    run::check(command.args(args), "the lines above say what went wrong")?;
    if !args.is_empty() {
        // Someone asked for certain native benchmarks.
        return Ok(());
    }
    let tools = Tools::for_everything()?;
    dist::make(&tools)?;
    for folder in ["tests/browser", "tests/speed/peers"] {
        let mut install = tools.command("npm");
        install.args(["ci", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", folder]);
        run::check(&mut install, "npm ci in the folder named above, and see what it says")?;
    }
    let mut measure = tools.command("node");
    measure.arg("tests/speed/browser.mjs");
    run::check(&mut measure, "the lines above say what went wrong")
}
