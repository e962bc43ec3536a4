//! Where does the half of the site that runs in a browser lie: inside the program, or in a folder?

use axum::body::Bytes;
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Names its folder, and comes before what is inside.
const VARIABLE: &str = "MONOSASHI_SITE";
/// Where a program that has none inside looks: `cargo xtask wasm` writes it there.
const WHERE_IT_IS_BUILT: &str = "target/site";
/// Written last, with the hash of the files.
const MARK: &str = ".complete";

/// What `server/build.rs` has taken in.
#[derive(Debug)]
struct Inside {
    mark: &'static str,
    files: &'static [(&'static str, &'static [u8])],
}

static INSIDE: Option<Inside> = include!(concat!(env!("OUT_DIR"), "/inside.rs"));

/// The browser's half of the site; cheap to clone.
#[derive(Debug, Clone)]
pub struct BrowserHalf(Place);

#[derive(Debug, Clone)]
enum Place {
    Inside(&'static Inside),
    Folder(Arc<PathBuf>),
}

impl BrowserHalf {
    /// The folder that `MONOSASHI_SITE` names, else what is inside, else `target/site`.
    pub fn of_this_program() -> Self {
        Self::chosen(std::env::var_os(VARIABLE), INSIDE.as_ref())
    }

    /// Whether a folder is named, whatever is in it.
    pub fn is_named() -> bool {
        std::env::var_os(VARIABLE).is_some_and(|folder| !folder.is_empty())
    }

    /// In the folder `pkg` below this one.
    pub fn in_folder(site: &Path) -> Self {
        Self(Place::Folder(Arc::new(site.join("pkg"))))
    }

    fn chosen(named: Option<OsString>, inside: Option<&'static Inside>) -> Self {
        match (named.filter(|folder| !folder.is_empty()), inside) {
            (Some(folder), _) => Self::in_folder(Path::new(&folder)),
            (None, Some(inside)) => Self(Place::Inside(inside)),
            (None, None) => Self::in_folder(Path::new(WHERE_IT_IS_BUILT)),
        }
    }

    /// The hash of its files; empty where they are not there, or not complete. It is asked anew each time, so that a
    /// half that is built later joins.
    pub fn mark(&self) -> String {
        match &self.0 {
            Place::Inside(inside) => inside.mark.to_string(),
            Place::Folder(folder) => std::fs::read_to_string(folder.join(MARK)).unwrap_or_default(),
        }
    }

    /// The bytes of one of its files.
    ///
    /// # Errors
    /// Where it cannot be read, or is not there.
    pub fn file(&self, name: &str) -> std::io::Result<Bytes> {
        match &self.0 {
            Place::Inside(inside) => {
                let file = inside.files.iter().find(|(known, _)| *known == name);
                file.map(|(_, bytes)| Bytes::from_static(bytes)).ok_or_else(|| std::io::ErrorKind::NotFound.into())
            }
            Place::Folder(folder) => std::fs::read(folder.join(name)).map(Bytes::from),
        }
    }
}

impl fmt::Display for BrowserHalf {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Place::Inside(_) => formatter.write_str("inside this program"),
            Place::Folder(folder) => write!(formatter, "in {}", folder.display()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static MADE: Inside = Inside { mark: "0123", files: &[("monosashi.js", b"export {}")] };

    #[test]
    fn what_is_inside_is_served_from_wherever_the_program_is_started() {
        let half = BrowserHalf::chosen(None, Some(&MADE));
        assert_eq!((half.mark().as_str(), half.to_string().as_str()), ("0123", "inside this program"));
        assert_eq!(half.file("monosashi.js").unwrap(), &b"export {}"[..]);
        assert!(half.file("monosashi_bg.wasm").is_err());
    }

    #[test]
    fn a_folder_that_is_named_comes_before_what_is_inside_and_may_be_filled_later() {
        let folder = tempfile::tempdir().unwrap();
        let half = BrowserHalf::chosen(Some(folder.path().into()), Some(&MADE));
        assert_eq!((half.mark().as_str(), half.file("monosashi.js").is_err()), ("", true));
        std::fs::create_dir(folder.path().join("pkg")).unwrap();
        std::fs::write(folder.path().join("pkg/monosashi.js"), "later").unwrap();
        std::fs::write(folder.path().join("pkg/.complete"), "4567").unwrap();
        assert_eq!((half.mark().as_str(), &half.file("monosashi.js").unwrap()[..]), ("4567", &b"later"[..]));
        assert_eq!(BrowserHalf::chosen(Some(OsString::new()), Some(&MADE)).mark(), "0123");
    }
}
