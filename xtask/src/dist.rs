//! `dist/`: everything a visitor or host needs, and nothing else.
//!
//! trunk makes the page; `xtask/web/pack.mjs` makes the one self-contained file from it, gathers the licences of what
//! is compiled in, and prints the sizes. No path of the builder's machine stays in what is shipped.

use crate::run::{self, Failure, Result, timed};
use crate::tools::Tools;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Makes `dist/` anew.
pub fn make(tools: &Tools) -> Result<()> {
    if Path::new("dist").exists() {
        fs::remove_dir_all("dist").map_err(|error| Failure::new(format!("dist: {error}"), "rm -r dist"))?;
    }
    timed("building the page", || {
        let mut trunk = tools.command("trunk");
        trunk.args(["build", "--release"]);
        trunk.env("TRUNK_SKIP_VERSION_CHECK", "true").env("CARGO_ENCODED_RUSTFLAGS", remapped_paths());
        // trunk takes only `true` and `false` here, other programs anything.
        trunk.env_remove("NO_COLOR");
        run::check(&mut trunk, "the lines above say what went wrong")
    })?;
    timed("packing", || {
        let target = run::target();
        let glue = target.join("no-modules");
        let mut bindgen = tools.command("wasm-bindgen");
        bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", "lens", "--out-dir"]);
        bindgen.arg(&glue).arg(target.join("wasm32-unknown-unknown/web/lens.wasm"));
        run::check(&mut bindgen, "cargo xtask dist, once more")?;
        let mut pack = tools.command("node");
        pack.args(["xtask/web/pack.mjs", "dist"]).arg(glue.join("lens.js"));
        run::check(&mut pack, "the lines above say what went wrong")
    })
}

/// rustc flags that keep the builder's folders out of panic messages: shorter, private, the same on every machine.
fn remapped_paths() -> String {
    let home = |variable, folder| {
        let set = env::var_os(variable).map(PathBuf::from);
        set.or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(folder)))
    };
    // The last one that fits wins.
    let folders = [
        (env::var_os("HOME").map(PathBuf::from), "/home"),
        (env::current_dir().ok(), "."),
        (home("CARGO_HOME", ".cargo"), "/cargo"),
        (home("RUSTUP_HOME", ".rustup"), "/rustup"),
    ];
    let flags = folders.into_iter().filter_map(|(folder, name)| Some((folder?, name)));
    let flags = flags.map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    flags.collect::<Vec<_>>().join("\u{1f}")
}
