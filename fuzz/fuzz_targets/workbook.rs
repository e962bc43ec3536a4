//! Any cells as the sheets of a workbook: the readers of bed functions and of the discharge survey. Cells are separated by
//! tabs, rows by line ends, sheets by form feeds; the first line of a sheet is its name.
#![no_main]

use importers::{Options, RawInput, read};
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

fuzz_target!(|text: &str| {
    let Some(bytes) = workbook(text) else { return };
    let options = Options { period: domain::Period::fiscal_year(2024), recipe: None };
    let reading = read(&RawInput { name: "book.xlsx".to_string(), bytes }, &options);
    assert!(reading.batch.is_some() || !reading.issues.is_empty(), "nothing was read and nothing was said");
});

fn workbook(text: &str) -> Option<Vec<u8>> {
    let sheets: Vec<&str> = text.split('\u{c}').take(4).collect();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, text: &str| {
        zip.start_file(name, SimpleFileOptions::default()).ok()?;
        zip.write_all(text.as_bytes()).ok()
    };
    let (mut list, mut links) = (String::new(), String::new());
    for (sheet, n) in sheets.iter().zip(1..) {
        let (name, rows) = sheet.split_once('\n').unwrap_or((sheet, ""));
        list += &format!("<sheet name=\"{}\" sheetId=\"{n}\" r:id=\"r{n}\"/>", escaped(name));
        links += &format!("<Relationship Id=\"r{n}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>");
        let mut data = String::new();
        for (row, number) in rows.lines().take(200).zip(1..) {
            data += &format!("<row r=\"{number}\">");
            for (cell, column) in row.split('\t').take(60).zip(0_u32..) {
                let place = format!("{}{number}", letters(column));
                data += &format!("<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", escaped(cell));
            }
            data += "</row>";
        }
        part(&format!("xl/worksheets/sheet{n}.xml"), &format!("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{data}</sheetData></worksheet>"))?;
    }
    part("xl/workbook.xml", &format!("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{list}</sheets></workbook>"))?;
    part("xl/_rels/workbook.xml.rels", &format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}</Relationships>"))?;
    part("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")?;
    Some(zip.finish().ok()?.into_inner())
}

fn letters(column: u32) -> String {
    let letter = |n: u32| char::from_u32(u32::from(b'A') + n % 26).unwrap_or('A');
    if column < 26 { letter(column).to_string() } else { format!("{}{}", letter(column / 26 - 1), letter(column)) }
}

fn escaped(text: &str) -> String {
    let allowed = text.chars().filter(|c| !c.is_control());
    allowed.collect::<String>().replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
