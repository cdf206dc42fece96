"""One function per thing a person does: one transaction, a domain rule, a recorded act."""
