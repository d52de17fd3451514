//! Short names between the module and its glue. wasm-bindgen's have a hash in them, which no packer makes
//! smaller, and stand in both.

use std::collections::HashMap;

use anyhow::{Result, ensure};
use walrus::Module;

use super::split::once;

/// The module of JavaScript from which wasm-bindgen lets ours import.
const GLUE: &str = "./phc_bg.js";
/// Prefixes of the names that wasm-bindgen gives to functions that only the glue calls.
const FOR_GLUE: [&str; 3] = ["wasm_bindgen", "__wbindgen", "__externref"];

/// Gives what module and glue have of each other names of a letter or two, in both, and takes out what the
/// module exports for nobody. Returns the glue.
pub(super) fn shorten(module: &mut Module, glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    once(&mut glue, &format!("\"{GLUE}\":"), "\"a\":")?;
    let words = count(&glue);
    let mut short = HashMap::new();

    for import in module.imports.iter_mut().filter(|import| import.module == GLUE) {
        ensure!(
            words.get(import.name.as_str()) == Some(&1),
            "The glue should have `{}` once.",
            import.name
        );
        let name = letters(short.len());
        short.insert(std::mem::replace(&mut import.name, name.clone()), name);
        "a".clone_into(&mut import.module);
    }

    let unused: Vec<_> = module
        .exports
        .iter()
        .filter(|export| !words.contains_key(export.name.as_str()))
        .map(walrus::Export::id)
        .collect();
    for export in unused {
        module.exports.delete(export);
    }
    let ours = |name: &str| FOR_GLUE.iter().any(|beginning| name.starts_with(beginning));
    let mut short_exports = HashMap::new();
    for export in module.exports.iter_mut().filter(|export| ours(&export.name)) {
        let name = letters(short_exports.len());
        short_exports.insert(std::mem::replace(&mut export.name, name.clone()), name);
    }

    let mut renamed = String::new();
    let mut of_module = false;
    for word in words_of(&glue) {
        let names = if of_module { &short_exports } else { &short };
        renamed.push_str(names.get(word).map_or(word, String::as_str));
        of_module = renamed.ends_with("wasm.");
    }
    Ok(renamed)
}

/// How often each word stands in the text.
fn count(text: &str) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for word in words_of(text) {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

/// Splits the text into tokens: words of JavaScript, and what is between two of them.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let in_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
    let mut rest = text;
    std::iter::from_fn(move || {
        let starts_in_word = in_word(rest.chars().next()?);
        let end = rest
            .find(|letter| in_word(letter) != starts_in_word)
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// `a`, `b`, ... `Z`, `aa`, ...
fn letters(number: usize) -> String {
    let alphabet: Vec<char> = ('a'..='z').chain('A'..='Z').collect();
    let (more, last) = (number / alphabet.len(), number % alphabet.len());
    let mut name = match more {
        0 => String::new(),
        more => letters(more - 1),
    };
    name.push(alphabet[last]);
    name
}

#[cfg(test)]
mod tests {
    use walrus::{Module, ValType};

    use super::{GLUE, letters, shorten};

    /// A module that imports two functions and exports three.
    fn module() -> Module {
        let mut module = Module::default();
        let ty = module.types.add(&[], &[ValType::I32]);
        for name in ["__wbg_get_1f", "__wbg_get_1f2"] {
            let (function, _) = module.add_import_func(GLUE, name, ty);
            module.exports.add(&format!("__wbindgen{name}"), function);
            module.exports.add("start", function);
        }
        module
    }

    #[test]
    fn short_names_are_the_same_in_module_and_glue() {
        let mut module = module();
        let glue = "i = { __wbg_get_1f: f(), __wbg_get_1f2: f() }; m = { \"./phc_bg.js\": i };\n\
                    __wbindgen__wbg_get_1f = wasm.__wbindgen__wbg_get_1f(wasm.start());";
        let renamed = shorten(&mut module, glue).expect("all names are there");
        assert_eq!(
            renamed,
            "i = { a: f(), b: f() }; m = { \"a\": i };\n__wbindgen__wbg_get_1f = wasm.a(wasm.start());"
        );
        let imports: Vec<_> = module
            .imports
            .iter()
            .map(|import| format!("{}.{}", import.module, import.name))
            .collect();
        assert_eq!(imports, ["a.a", "a.b"]);
        let exports: Vec<_> = module.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(exports, ["a", "start", "start"]);
    }

    #[test]
    fn a_name_that_the_glue_lacks_or_repeats_is_an_error() {
        let names = "m = { \"./phc_bg.js\": i }; __wbg_get_1f: __wbg_get_1f2:";
        assert!(shorten(&mut module(), names).is_ok());
        for glue in [
            "m = { \"./phc_bg.js\": i }; __wbg_get_1f:",
            &format!("{names} __wbg_get_1f"),
            "__wbg_get_1f: __wbg_get_1f2:",
        ] {
            assert!(shorten(&mut module(), glue).is_err(), "{glue}");
        }
    }

    #[test]
    fn letters_never_repeat() {
        let mut names: Vec<_> = (0..3000).map(letters).collect();
        assert_eq!((names[0].as_str(), names[52].as_str()), ("a", "aa"));
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 3000);
    }
}
