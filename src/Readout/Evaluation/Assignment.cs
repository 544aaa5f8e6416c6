namespace Readout.Evaluation;

/// <summary>The one-to-one pairing of rows and columns with the largest sum (Kuhn 1955, Munkres 1957), in cubic time.</summary>
internal static class Assignment
{
    /// <summary>The largest sum.</summary>
    /// <param name="values">[rows][columns], not negative.</param>
    /// <param name="columns">Number of columns.</param>
    public static double Best(double[][] values, int columns)
    {
        int size = Math.Max(values.Length, columns);
        double Cost(int row, int column) => row <= values.Length && column <= columns ? -values[row - 1][column - 1] : 0;

        // Potentials of rows and columns, and the row that each column is paired with; index 0 stands for none.
        double[] ofRow = new double[size + 1], ofColumn = new double[size + 1];
        var pair = new int[size + 1];
        var from = new int[size + 1];
        for (int row = 1; row <= size; row++)
        {
            var least = new double[size + 1];
            var used = new bool[size + 1];
            Array.Fill(least, double.PositiveInfinity);
            pair[0] = row;
            int column = 0;
            do
            {
                used[column] = true;
                int next = 0;
                double step = double.PositiveInfinity;
                for (int j = 1; j <= size; j++)
                {
                    if (used[j])
                    {
                        continue;
                    }

                    double slack = Cost(pair[column], j) - ofRow[pair[column]] - ofColumn[j];
                    if (slack < least[j])
                    {
                        (least[j], from[j]) = (slack, column);
                    }

                    if (least[j] < step)
                    {
                        (step, next) = (least[j], j);
                    }
                }

                for (int j = 0; j <= size; j++)
                {
                    if (used[j])
                    {
                        ofRow[pair[j]] += step;
                        ofColumn[j] -= step;
                    }
                    else
                    {
                        least[j] -= step;
                    }
                }

                column = next;
            }
            while (pair[column] != 0);

            for (; column != 0; column = from[column])
            {
                pair[column] = pair[from[column]];
            }
        }

        double sum = 0;
        for (int j = 1; j <= columns; j++)
        {
            sum -= Cost(pair[j], j);
        }

        return sum;
    }
}
