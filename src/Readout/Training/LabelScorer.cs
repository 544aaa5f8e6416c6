using Readout.Learning;

namespace Readout.Training;

/// <summary>
/// Labels arcs: relation scores = W relu(u(dependent) + v(head) + direction) + b, trained on the gold arcs or those of teachers. One instance belongs to one replica.
/// </summary>
internal sealed class LabelScorer(ParserParameters parameters, Gradients gradients)
{
    private readonly LinearLayer _output = parameters.Relation.Layer(gradients);
    private readonly DropoutLayer _dropout = new(parameters.Options.HeadDropout);
    private readonly Matrix _hidden = new();
    private readonly Matrix _hiddenGradient = new();
    private readonly Matrix _scores = new();
    private int[] _rootIds = [];
    private int[] _directionIds = [];

    /// <summary>Returns the summed loss and adds to the gradients of both sides.</summary>
    /// <param name="dependents">u and its gradient.</param>
    /// <param name="heads">v and its gradient.</param>
    /// <param name="batch">Heads and relations.</param>
    /// <param name="training">Scale of the gradient and generator of the dropout.</param>
    public double Train(HiddenLayer dependents, HiddenLayer heads, ParserBatch batch, (float Scale, SeededRandom? Random) training)
    {
        Combine(dependents.Output, heads.Output, batch);
        Elementwise.Rectify(_hidden.AsSpan());
        _dropout.Forward(_hidden, training.Random);
        _output.Forward(_hidden, _scores);
        double loss = 0;
        int relations = parameters.Labels.Relations.Length;
        for (int t = 0; t < batch.Input.Rows; t++)
        {
            Span<float> row = _scores.Row(t);
            row[relations..].Clear();
            loss += batch.Targets.Relations.Apply(t, row[..relations], row[..relations], training.Scale);
        }

        _output.Backward(_hidden, _scores, _hiddenGradient);
        _dropout.Backward(_hiddenGradient);
        Elementwise.RectifyBackward(_hiddenGradient.AsSpan(), _hidden.AsSpan());
        Scatter(dependents.Gradient, heads.Gradient, batch);
        return loss;
    }

    private void Combine(Matrix dependents, Matrix heads, ParserBatch batch)
    {
        _hidden.CopyFrom(dependents);
        (_rootIds, _directionIds) = (new int[batch.Input.Rows], new int[batch.Input.Rows]);
        for (int t = 0; t < batch.Input.Rows; t++)
        {
            Span<float> row = _hidden.Row(t);
            int head = batch.HeadRows[t];
            _rootIds[t] = head < 0 ? 0 : -1;
            _directionIds[t] = head < 0 ? ArcScorer.DistanceBucket(1, 0) : ArcScorer.DistanceBucket(t + 1, head + 1);
            Elementwise.Add(row, head < 0 ? parameters.LabelRoot.Value.Row(0) : heads.Row(head));
            Elementwise.Add(row, parameters.LabelDirection.Value.Row(_directionIds[t]));
        }
    }

    private void Scatter(Matrix dependents, Matrix heads, ParserBatch batch)
    {
        dependents.Add(_hiddenGradient);
        for (int t = 0; t < batch.Input.Rows; t++)
        {
            if (batch.HeadRows[t] >= 0)
            {
                Elementwise.Add(heads.Row(batch.HeadRows[t]), _hiddenGradient.Row(t));
            }
        }

        gradients.AddTable(new TableGradient(parameters.LabelRoot, _rootIds, 1, 0, _hiddenGradient));
        gradients.AddTable(new TableGradient(parameters.LabelDirection, _directionIds, 1, 0, _hiddenGradient));
    }
}
