"""Pay and advertising law by place, as data, and which of it holds for a posting."""
