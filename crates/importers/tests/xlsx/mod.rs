//! How is a small workbook written for a test? Cells that read as numbers become numbers, the others texts.

// Each test uses a part of these.
#![allow(dead_code)]

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// A sheet: its name and its rows.
pub type Sheet<'a> = (&'a str, Vec<Vec<String>>);

/// Splits rows at line ends and cells at `|`.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    text.trim_matches('\n').lines().map(|l| l.split('|').map(|c| c.trim().to_string()).collect()).collect()
}

/// The bytes of a workbook with these sheets.
pub fn workbook(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let parts: Vec<(&str, String)> = sheets.iter().map(|(name, rows)| (*name, rows_part(rows))).collect();
    workbook_of_parts(&parts)
}

/// The bytes of a workbook with these sheets, each given by the rows of its XML.
pub fn workbook_of_parts(sheets: &[(&str, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, text: &str| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap_or_default();
        zip.write_all(text.as_bytes()).unwrap_or_default();
    };
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    let types: String = (1..=sheets.len())
        .map(|n| format!("<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))
        .collect();
    part(
        "[Content_Types].xml",
        &format!(
            "{head}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{types}</Types>"
        ),
    );
    part(
        "_rels/.rels",
        &format!(
            "{head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    );
    let list: String = sheets
        .iter()
        .zip(1..)
        .map(|((name, _), n)| format!("<sheet name=\"{}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>", escaped(name)))
        .collect();
    part(
        "xl/workbook.xml",
        &format!(
            "{head}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{list}</sheets></workbook>"
        ),
    );
    let links: String = (1..=sheets.len())
        .map(|n| format!("<Relationship Id=\"rId{n}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))
        .collect();
    part(
        "xl/_rels/workbook.xml.rels",
        &format!(
            "{head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}</Relationships>"
        ),
    );
    for ((_, rows), n) in sheets.iter().zip(1..) {
        let open = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
        part(&format!("xl/worksheets/sheet{n}.xml"), &format!("{head}{open}{rows}</sheetData></worksheet>"));
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn rows_part(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for (row, number) in rows.iter().zip(1..) {
        out.push_str(&format!("<row r=\"{number}\">"));
        for (cell, at) in row.iter().zip(0..).filter(|(cell, _)| !cell.is_empty()) {
            let place = format!("{}{number}", column(at));
            let plain =
                cell.parse::<f64>().is_ok() && !(cell.len() > 1 && cell.starts_with('0') && !cell.starts_with("0."));
            if plain {
                out.push_str(&format!("<c r=\"{place}\"><v>{cell}</v></c>"));
            } else {
                out.push_str(&format!(
                    "<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(cell)
                ));
            }
        }
        out.push_str("</row>");
    }
    out
}

fn column(at: u32) -> String {
    let letter = |n: u32| char::from_u32(u32::from(b'A') + n % 26).unwrap_or('A');
    if at < 26 { letter(at).to_string() } else { format!("{}{}", letter(at / 26 - 1), letter(at)) }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
