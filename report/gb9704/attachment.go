package gb9704

// An AttachmentRule places 附件说明 (7.3.4), whose further lines hang below the
// first character of a name.
type AttachmentRule struct {
	Above Length // from the text's lower edge
	Left  Count  // characters from the type area's left edge
}

// Attachments returns the rule.
func Attachments() AttachmentRule {
	return AttachmentRule{Above: Length{OneLineGap().Unit, "7.3.4", Must}, Left: Count{2, "7.3.4", Must}}
}
