namespace Readout.Quotations;

/// <summary>One mark in the text with what its shape and neighbours say of it.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">Code unit after the last.</param>
/// <param name="Shape">The mark as written.</param>
/// <param name="OpensHere">Its neighbours fit an opening mark and no closing one.</param>
/// <param name="ClosesHere">Its neighbours fit a closing mark and no opening one.</param>
/// <param name="IsWeak">A single mark that may as well be the apostrophe of a plural ("the leaders' plan").</param>
internal readonly record struct QuotationMark(int Start, int End, MarkShape Shape, bool OpensHere, bool ClosesHere, bool IsWeak);
