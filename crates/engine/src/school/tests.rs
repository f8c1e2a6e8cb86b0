//! What must hold of any school base.
