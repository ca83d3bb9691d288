"""Forms to be filled in, and filled ones with what the review says of them."""
