"""kcdocs: the drafting desk for Vietnamese ministries."""
