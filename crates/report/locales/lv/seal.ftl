# What a seal on a page says. It states who, when and where; it must never sound like a verdict.
seal-time = Parakstīts { $time } UTC
seal-reason = Iemesls: { $reason }
seal-location = Vieta: { $place }
seal-level = Līmenis: { $level }
