//! The files that the fuzz targets begin with: made here, kept small, and each of them asked everything once more.
//!
//! `PITSER_WRITE_SEEDS=1 cargo test -p pitser-pdf --test seeds` writes those that are made here anew. What fuzzing has
//! found lies beside them.
#![allow(clippy::unwrap_used)]

mod common;

use std::path::{Path, PathBuf};

use common::{Builder, ask, classic, compressed, signed};

/// Name and bytes of each.
fn made() -> Vec<(&'static str, Vec<u8>)> {
    let value = "<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>";
    let mut form = Builder::new("1.7").with_page(
        "/AcroForm<</Fields[10 0 R 20 0 R]/SigFlags 1>>/DSS<</Certs[5 0 R]/VRI<</AA<</Cert[5 0 R]>>>>>>",
        "/Annots[12 0 R 13 0 R]",
    );
    form.object(5, "<</Length 3>>stream\none\nendstream");
    form.object(10, "<</T(outer)/FT/Sig/Kids[11 0 R]>>");
    form.object(11, &format!("<</T(inner)/Parent 10 0 R/V{value}/Kids[12 0 R]>>"));
    form.object(12, "<</Parent 11 0 R/Subtype/Widget/Rect[1 2 3 4.5]/P 3 0 R>>");
    form.object(13, "<</FT/Sig/T(stray)/V 99 0 R/Subtype/Widget>>");
    form.object(20, "<</FT/Sig/T(waits)/Lock<</Action/Include/Fields[(a)]/P 2>>>>");
    let form = form.table("").bytes.clone();
    let mut hybrid = Builder::new("1.5").with_page("/AcroForm 7 0 R/DSS<</Certs[5 0 R]>>", "");
    hybrid.object(5, "<</Length 3>>stream\none\nendstream");
    hybrid.object_stream(6, &[(7, "<</Fields[8 0 R]>>"), (8, "<</FT/Sig/T(a)>>")]);
    let hybrid = hybrid.hybrid(9).bytes.clone();
    let cut = classic()[..300].to_vec();
    let garbage = Builder::behind_garbage("1.4").with_page("", "").table("").bytes.clone();
    vec![
        ("classic", classic()),
        ("compressed", compressed()),
        ("cut", cut),
        ("form", form),
        ("garbage", garbage),
        ("hybrid", hybrid),
        ("signed", signed(&classic()).0),
        ("signed-compressed", signed(&signed(&compressed()).0).0),
    ]
}

fn folder(target: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(target)
}

#[test]
fn what_the_fuzz_targets_begin_with_is_here_and_ends_in_answers() {
    for target in ["pdf_open", "pdf_append"] {
        let folder = folder(target);
        for (name, bytes) in made() {
            let path = folder.join(format!("{name}.pdf"));
            if std::env::var_os("PITSER_WRITE_SEEDS").is_some() {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(&path, &bytes).unwrap();
            }
            assert!(path.is_file(), "{}: PITSER_WRITE_SEEDS=1 makes it", path.display());
        }
        let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        let size: u64 = files.iter().map(|path| path.metadata().unwrap().len()).sum();
        assert!(size < 512 << 10, "{size} bytes: keep it small");
        for path in files {
            let _ = ask(std::fs::read(path).unwrap());
        }
    }
}
