//! What is chosen on a comparison's page.

use super::{Notice, Query};

/// The reviews that are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareView {
    /// The reviews as the address names them, in the order of the columns; none where it names
    /// none. Which of them there are is for the film to say.
    pub reviews: Option<Vec<String>>,
}

impl CompareView {
    /// Reads the parameters of a comparison's page.
    #[must_use]
    pub fn read(query: &Query) -> (Self, Vec<Notice>) {
        let mut reader = query.reader();
        let reviews = reader
            .text("reviews")
            .map(|text| text.split(',').map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect());
        (Self { reviews }, reader.notices())
    }

    /// The parameters, defaults left out.
    #[must_use]
    pub fn query(&self) -> Query {
        self.reviews.iter().fold(Query::default(), |query, reviews| query.and_list("reviews", reviews))
    }
}
