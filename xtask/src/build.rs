//! The site: built by trunk, served from here.

use std::path::Path;

use crate::{Result, command::run, server, tools::Tools};

/// Where trunk puts the site.
pub const SITE: &str = "dist";

/// Builds the site for release.
///
/// # Errors
/// When a tool cannot be had or the build fails.
pub fn site() -> Result {
    run(Tools::ready()?.command("trunk").args(["build", "--release"]))?;
    println!("the site is in {SITE}/");
    Ok(())
}

/// Builds the site and serves it until interrupted.
///
/// # Errors
/// When the build fails or the port is taken.
pub fn serve(port: u16) -> Result {
    site()?;
    let server = server::Server {
        folder: Path::new(SITE).to_owned(),
        prefix: String::new(),
        policy: None,
        kept: |_| None,
    };
    let running = server.start("127.0.0.1", port)?;
    println!("\nLoopthread is at {}\n", running.address);
    running.wait();
    Ok(())
}
