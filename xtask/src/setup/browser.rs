//! The browser that the tests run in.

use std::{
    env,
    path::{Path, PathBuf},
};

use super::{Workshop, output, run};
use crate::{Failure, say};

/// A browser to test in, and what drives it over WebDriver.
#[derive(Debug, Clone)]
pub struct Browser {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
}

impl Workshop {
    /// Chromium and its driver: as told by CHROMIUM and CHROMEDRIVER, on PATH, or through apt.
    pub fn browser(&self) -> Result<Browser, Failure> {
        let looked = (self.chromium()?, self.chromedriver()?);
        if let (Some(chromium), Some(chromedriver)) = looked {
            return Ok(Browser { chromium, chromedriver });
        }
        self.install_browser();
        match (self.chromium()?, self.chromedriver()?) {
            (Some(chromium), Some(chromedriver)) => Ok(Browser { chromium, chromedriver }),
            (None, _) => Err(Failure::new(
                "Chromium was not found and could not be installed; install it with its driver \
                 (on Debian: sudo apt-get install chromium chromium-driver) or name it in CHROMIUM",
            )),
            (Some(_), None) => Err(Failure::new(
                "chromedriver was not found and could not be installed; install it (on Debian: \
                 sudo apt-get install chromium-driver) or name it in CHROMEDRIVER",
            )),
        }
    }

    fn chromium(&self) -> Result<Option<PathBuf>, Failure> {
        self.named("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])
    }

    fn chromedriver(&self) -> Result<Option<PathBuf>, Failure> {
        self.named("CHROMEDRIVER", &["chromedriver"])
    }

    /// The program that an environment variable names, else the first of `names` on PATH.
    fn named(&self, variable: &str, names: &[&str]) -> Result<Option<PathBuf>, Failure> {
        match env::var_os(variable).filter(|value| !value.is_empty()) {
            Some(path) if Path::new(&path).is_file() => Ok(Some(path.into())),
            Some(path) => Err(Failure::new(format!(
                "{variable} names {}, which is no file; correct it or unset it",
                Path::new(&path).display()
            ))),
            None => Ok(names.iter().find_map(|name| self.all(name).next())),
        }
    }

    /// Tries to install the browser; whether it worked shows when it is looked for again.
    fn install_browser(&self) {
        if self.all("apt-get").next().is_none() {
            return;
        }
        say("installing Chromium and its driver with apt-get (some minutes, once)");
        let root = output(self.command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
        let apt = |arguments: &[&str]| {
            let mut command = if root {
                self.command("env")
            } else {
                let mut sudo = self.command("sudo");
                sudo.args(["-n", "env"]);
                sudo
            };
            command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
            run(command.args(arguments))
        };
        // The lists may be refreshed in part only (one dead mirror): the install then decides.
        let refreshed = apt(&["update"]);
        if !refreshed {
            say("apt-get update did not succeed; trying with the lists that are there");
        }
        apt(&["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"]);
    }
}
