//! What the release build of the WebAssembly needs beyond Cargo.toml.
//!
//! The standard library is built along with the site: for size, and so that a panic stops the module
//! at once without words of its own. That takes an eighth off what visitors download. The price is
//! that cargo's `build-std` is not yet stable, so the pinned stable toolchain is told to allow it
//! (`RUSTC_BOOTSTRAP`), and that a panic says nothing: src/boot.js shows the visitor what to do, and
//! a build with `--debug` says what went wrong and where.

use std::process::Command;

/// Has a cargo, or a program that runs cargo, build the standard library along.
pub fn with_std(command: &mut Command) -> &mut Command {
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        // In place of those in .cargo/config.toml.
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            "-Ctarget-feature=+simd128 -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none",
        )
}
