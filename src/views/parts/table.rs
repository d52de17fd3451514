//! A table.

use yew::prelude::*;

/// A table with its caption; the first cell of each row is the row's header.
pub(crate) fn table<H: ToString>(caption: &'static str, heads: &[H], rows: Vec<Vec<String>>) -> Html {
    html! {
        <div class="table" role="region" tabindex="0" aria-label={caption}>
            <table>
                <caption class="visually-hidden">{ caption }</caption>
                <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ head.to_string() }</th> }) }</tr></thead>
                <tbody>{ for rows.into_iter().map(table_row) }</tbody>
            </table>
        </div>
    }
}

fn table_row(cells: Vec<String>) -> Html {
    html! {
        <tr>{ for cells.into_iter().enumerate().map(|(position, cell)| if position == 0 {
            html! { <th scope="row">{ cell }</th> }
        } else {
            html! { <td>{ cell }</td> }
        }) }</tr>
    }
}
